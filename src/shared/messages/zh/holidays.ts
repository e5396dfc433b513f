/** Sentences about a file of holidays. */
export const holidayWords = {
  'holidays.not-json': '节假日文件不是有效的 JSON：{reason}。请按 docs/formats/holidays-v1.md 的格式改正。',
  'holidays.wrong-form':
    '节假日文件中“{subject}”的写法不对。请按 docs/formats/holidays-v1.md 的格式改正，日期写成 2026-10-01。',
  'holidays.year-twice': '节假日文件中“{subject}”有重复的年份。每一年只写一次。',
  'holidays.other-year': '节假日文件中“{subject}”含有不属于该年的日期。请改正，或移到所属年份。',
} as const
