import { Button, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Failure } from '../../../shared/contract/failure.ts'
import { explainFailure } from '../../../shared/messages/explain.ts'
import { useAnnounce } from '../../app/announce.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { FormField } from '../../components/FormField.tsx'
import { PassphraseInput } from '../../components/passphrase/PassphraseInput.tsx'
import { useWork } from '../../components/use-work.ts'
import type { IdentityFacts } from '../../engine-host/engine.ts'
import { useFormats } from '../../i18n/formats.ts'
import { useLanguage } from '../../i18n/language.ts'
import { pickFile } from '../../platform/pick-files.ts'
import { useServices } from '../../services.ts'
import styles from './identities.module.css'
import { StepFrame } from './StepFrame.tsx'
import { useJobSignal } from './use-job-signal.ts'

/** A PKCS#12 file has some kilobytes; what is much larger was chosen by mistake. */
const mostBytes = 4 * 1024 * 1024

export interface OpenedFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly passphrase: string
  readonly facts: IdentityFacts
}

interface IdentityFileStepProps {
  readonly file: File | undefined
  readonly onFile: (file: File) => void
  readonly onOpened: (opened: OpenedFile) => void
  readonly onCancel: () => void
}

/** Which file, and the passphrase that opens it. */
export function IdentityFileStep({ file, onFile, onOpened, onCancel }: IdentityFileStepProps) {
  const { t } = useTranslation('identity')
  const { engine } = useServices()
  const language = useLanguage()
  const formats = useFormats()
  const announce = useAnnounce()
  const work = useWork()
  const beginJob = useJobSignal()
  const [passphrase, setPassphrase] = useState('')
  const [missing, setMissing] = useState(false)
  const [wrong, setWrong] = useState<string>()
  const chooser = useRef<HTMLButtonElement>(null)
  const field = useRef<InputRef>(null)
  const choose = async () => {
    const chosen = await pickFile(['.p12', '.pfx'])
    if (!chosen) return
    setMissing(false)
    setWrong(undefined)
    onFile(chosen)
    field.current?.focus()
  }
  const submit = () => {
    setMissing(!file)
    setWrong(undefined)
    if (!file) {
      announce(t('fileMissing'), 'assertive')
      chooser.current?.focus()
      return
    }
    void work.run(async () => {
      try {
        const bytes = await bytesOf(file, formats.size(file.size))
        onOpened({ bytes, passphrase, facts: await engine.readIdentity(bytes, passphrase, beginJob()) })
      } catch (error) {
        if (!(error instanceof Failure) || error.code !== 'identity.wrong-passphrase') throw error
        const sentence = explainFailure(error, language)
        setWrong(sentence)
        announce(sentence, 'assertive')
        field.current?.focus()
      }
    })
  }
  return (
    <StepFrame
      foot={
        <>
          <Button onClick={onCancel}>{t('cancel')}</Button>
          <Button type="primary" loading={work.busy} onClick={submit}>
            {t('open')}
          </Button>
        </>
      }
    >
      <p>{t('importText')}</p>
      <FormField label={t('file')} required error={missing ? t('fileMissing') : undefined}>
        {({ id, 'aria-describedby': describedBy }) => (
          <div className="row">
            <Button
              id={id}
              ref={chooser}
              aria-describedby={describedBy}
              disabled={work.busy}
              onClick={() => void choose()}
            >
              {file ? t('chooseAnother') : t('chooseFile')}
            </Button>
            <span className={file ? styles.chosenFile : 'quiet'} role="status">
              {file ? file.name : t('noFile')}
            </span>
          </div>
        )}
      </FormField>
      <FormField label={t('filePassphrase')} help={t('filePassphraseHelp')} error={wrong}>
        {(control) => (
          <PassphraseInput
            control={control}
            value={passphrase}
            onChange={(value) => {
              setPassphrase(value)
              setWrong(undefined)
            }}
            onEnter={submit}
            inputRef={field}
          />
        )}
      </FormField>
      {work.busy && (
        <p className="quiet" role="status">
          {t('opening')}
        </p>
      )}
      {work.error !== undefined && <ErrorNotice error={work.error} />}
    </StepFrame>
  )
}

async function bytesOf(file: File, size: string): Promise<Uint8Array<ArrayBuffer>> {
  if (file.size > mostBytes) throw new Failure('identity.too-large', { name: file.name, size })
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch (error) {
    // It went away or changed since it was chosen.
    const reason = error instanceof Error ? error.name : ''
    throw new Failure('identity.unreadable', { reason }, error)
  }
}
