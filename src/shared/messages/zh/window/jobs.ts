export const jobsWords = {
  title: '任务',
} as const
