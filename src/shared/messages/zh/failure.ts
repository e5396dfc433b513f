import type { FailureCode } from '../../contract/failure.ts'

export const failureWords = {
  'case.unreadable': '读不到案件文件夹“{path}”（{reason}）。请确认路径正确，且其中有 case.json。',
  'case.refused': '案件文件有 {count} 处问题，未写出任何东西。请按上面的提示改正后重试。',
  'evidence.missing': '找不到原件“{name}”。请放回原处后重试。',
  'evidence.changed':
    '原件“{name}”在处理过程中发生了变化。请确认没有其他程序在改动它，然后重试；未写出任何东西。',
  'holidays.unreadable': '节假日文件“{path}”读不出来（{reason}）。请检查路径和权限。',
  'holidays.refused': '节假日文件“{path}”有 {count} 处不对，没有采用。请按上面的提示改正。',
  'folder.unreadable': '读不到文件夹“{path}”（{reason}）。请检查路径和权限。',
  'evidence.unreadable': '原件“{name}”读不出来（{reason}）。请检查权限或换一份完好的副本，然后重试。',
  'source.unstable':
    '“{name}”的 PDF 结构异常，第一遍能读，合并时却读不出来；文件本身没有变化，未写出任何东西。请把它重新打印成一份新的 PDF，替换后重试。',
  'bundle.gaps': '还有 {count} 处必填内容空缺，未生成。请补齐，或加 --draft 生成草稿。',
  'bundle.limit':
    '合并卷共 {count} 页，超过上限 {limit} 页；页数最多的是“{name}”（{pages} 页）。请分次提交，或核对这份文件。',
  'bundle.too-large': '合并卷超过 {limit}，PDF 格式容纳不下，未写出任何东西。请把大文件拆到另一次提交。',
  'bundle.self-check': '生成后的自检未通过（{reason}），已全部撤销。请重试；如再次出现，请附上此信息反馈。',
  'bundle.not-identical':
    '重新写出的“{name}”与先前的摘要不一致，已撤销，没有留下文件。登记册里的卷可能已损坏，或程序有误：请重新成册；如再次出现，请反馈给我们。',
  'bundle.parts-unreadable':
    '登记册里这一卷的内容读不出来，无法再次写出。请重新成册；已经保存到别处的文件不受影响。',
  'font.missing': '缺少字体文件“{name}”。请重新运行 npm ci，再试一次。',
  'text.unprintable':
    '字符“{character}”（{codePoint}）在所有字体中都没有，无法印出，未生成。请改用其他写法。',
  'folder.not-empty':
    '“{path}”已存在，而且不是空文件夹；其中的内容不会被覆盖或删除。请换一个新的或空的文件夹。',
  'path.absent': '没有“{path}”这个文件或文件夹。请核对路径；含空格的路径请加引号。',
  'output.exists': '“{path}”已存在，未覆盖。请换一个输出文件夹，或加 --force。',
  'output.not-a-folder': '“{path}”已存在，但不是文件夹。请换一个输出文件夹。',
  'output.foreign':
    '“{path}”里有不属于光盘文件夹的“{name}”，未覆盖，以免丢失。请把它移走，或换一个输出文件夹。',
  'output.unwritable': '“{path}”写不进去（{reason}）。请换一个有写权限的文件夹。',
  'output.no-space': '磁盘空间不足：需要 {needed}，只剩 {free}。请腾出空间或换一个磁盘；未留下半成品。',
  'output.disk-full': '写“{path}”时磁盘已满。未留下半成品，请腾出空间或换一个磁盘后重试。',
  'output.too-large':
    '“{path}”超过这个磁盘的格式允许的单个文件大小（FAT32 为 4 GiB）。未留下半成品；请换一个磁盘，或格式化为 exFAT 后重试。',
  'output.failed': '写“{path}”时出错（{reason}）。未留下半成品，请排除原因后重试。',
  'output.unreadable':
    '刚写好的“{path}”读不回来（{reason}）。请检查 U 盘或磁盘是否还连着、有没有损坏，然后换一个位置再保存。',
  'output.not-opened': '“{path}”已经保存，但系统没有打开它。请在文件管理器中找到它，用合适的程序打开。',
  'print.too-large':
    '“{name}”有 {bytes}，超过浏览器里直接打印的上限 {limit}。请先保存，再打开保存好的文件打印。',
  'print.blocked':
    '浏览器没有打开打印用的标签页。请在地址栏允许本页弹出窗口，然后再点一次打印；也可以先保存，再打开保存好的文件打印。',
  'identity.unreadable': '签名身份文件读不出来（{reason}）。请确认它是 PKCS#12 文件（.p12 或 .pfx）且完好。',
  'identity.wrong-passphrase': '口令不对，签名身份打不开。请核对口令（注意大小写和输入法）后重试。',
  'identity.no-key': '签名身份文件里没有可用的私钥及其证书。请重新导出，勾选“包含私钥”。',
  'identity.unsupported-key': '不支持这种密钥（{kind}）。请使用 RSA 或 EC P-256/384/521 的签名身份。',
  'identity.expired': '签名证书已于 {date} 过期。请换用有效的签名身份。',
  'identity.not-yet-valid': '签名证书要到 {date} 才生效。请核对电脑时间，或换用有效的签名身份。',
  'identity.expired-then':
    '签名证书已于 {date} 过期，而卷的时间（createdAt 或 --created-at）是 {at}。请改正这个时间，或换用当时有效的签名身份。',
  'identity.not-yet-valid-then':
    '签名证书从 {date} 起才生效，而卷的时间（createdAt 或 --created-at）是 {at}。请改用之后的时间，或换用当时有效的签名身份。',
  'identity.not-for-signing': '此证书的用途不含数字签名。请换用可以签名的证书。',
  'identity.weak-passphrase': '口令太短：至少 {minimum} 个字符。请换一个更长的口令。',
  'identity.too-large': '“{name}”有 {size}，不会是签名身份文件。请选择 .p12 或 .pfx 文件。',
  'identity.backup-differs': '“{name}”写入后读回来不一样，这份备份不可靠。请换一个位置再保存。',
  'signing.reserve': '签名数据（{actual} 字节）超出预留（{reserve} 字节）。请使用较短的证书链。',
  'passphrase.unreadable': '口令文件“{path}”读不出来（{reason}）。请检查路径和权限。',
  'trust.unreadable': '信任证书“{path}”读不出来（{reason}）。请提供 PEM 格式的证书文件。',
  'verify.changed':
    '“{path}”在选中之后被改动，或正被其他程序使用，没有核验。请等那个程序用完，再重新选择或打开它。',
  'verify.vanished':
    '“{path}”不在原处，没有核验：可能已移走、改名，或所在的 U 盘已拔出。请找到后重新选择或打开。',
  'verify.unreadable': '“{path}”读不出来（{reason}）。请检查路径和读取权限，或换一份副本再试。',
  'verify.too-many': '“{path}”里的文件太多，不像一份材料，没有核验。请只打开材料所在的那个文件夹。',
  'certificate.unreadable': '证书读不出来（{reason}）。请重新导出证书或签名身份，确认文件完好后再试。',
  'register.locked': '登记册已锁定。请先解锁，再做这一步。',
  'register.read-only':
    '登记册正在另一个窗口中使用，这里只能查看。请到那个窗口操作，或在这里点“改由此窗口编辑”。',
  'register.full':
    '本机存储空间不足，“{name}”没有存入。请腾出磁盘空间，或清空回收站，然后重试；已存入的都还在。',
  'register.not-stored': '刚才填写的内容还没有存下来，所以没有继续。请先按页面上方的提示保存，再试一次。',
  'register.changed-elsewhere': '这里的内容刚才在另一处被改动，您的修改没有写入。请核对现在的内容后重做。',
  'register.newer':
    '登记册由更新的版本（{found}）建立，本版本（{known}）不能打开。请安装新版本；数据没有改动。',
  'register.unusable':
    '登记册打不开（{reason}）。数据没有改动。请关闭其他窗口后重新启动；仍不行时，请复制错误详情以便求助。',
  'register.damaged':
    '案件“{name}”的记录已损坏，打不开；其他案件不受影响，损坏的记录原样保留。如存过案件文件夹，请从那里重新打开；否则请复制错误详情以便求助。',
  'window.not-served':
    '为这个窗口提供页面的程序已经结束，这一部分载入不了。请重新启动程序（npm start），再重新载入窗口；已保存的内容都还在。',
  'vault.wrong-passphrase': '口令不对。请核对大小写和输入法后重试；忘记口令时，可用恢复单上的恢复码。',
  'vault.wait': '口令连续输错，请等 {seconds} 秒后再试，或改用恢复码。',
  'vault.wrong-recovery-code': '恢复码不对。请对照恢复单逐组核对后重试。',
  'vault.weak-passphrase': '口令太容易被猜到。请至少用 {minimum} 个字符，最好是几个不相关的词。',
  'content.missing': '登记册里没有这份原件的内容。请从原来的位置重新入库“{name}”。',
  'content.damaged': '“{name}”存储的内容已损坏，与入库时的校验值不符，不能使用。请从原来的位置重新入库。',
  'intake.changed':
    '“{name}”在选中之后被改动，或正被其他程序使用，没有入库。请先在那个程序里关闭它，再重新选择。',
  'intake.vanished': '“{name}”在读取时不见了，没有入库。请确认它还在原处（U 盘没有拔出），然后重试。',
  'intake.unreadable':
    '“{name}”读不出来（{reason}），没有入库。请检查读取权限，或换一份完好的副本，然后重新添加。',
  'intake.too-many':
    '这次有 {count} 个文件，超过一个案件的上限 {limit} 个，没有任何文件入库。请分成几个案件，或先打包不需要逐页展示的文件。',
  'intake.case-full': '“{name}”没有入库：这个案件已有 {limit} 件，到了上限。请移走一些，或另建一个案件。',
  'preview.unreadable': '这份文件打不开预览，可能已损坏；原件没有改动，照样可以入库和取出。',
  'preview.password': '这份 PDF 需要口令才能打开，无法预览；原件没有改动。请取得不带口令的副本。',
  'preview.too-large': '文件超过 {limit}，这里不预览；可以取出原件用其他程序查看。',
  'preview.too-many-pixels':
    '图片有 {width} × {height} 像素，超过 {limit} 兆像素的上限，这里不预览；可以取出原件用其他程序查看。',
  'preview.not-shown': '这种文件（{mediaType}）这里不预览；可以取出原件用其他程序查看。',
  'preview.timed-out': '预览超过 {seconds} 秒没有完成，已停止；原件没有改动。',
} as const satisfies Record<FailureCode, string>
