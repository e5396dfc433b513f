import { passphraseJudge } from './passphrase-judge.ts'

const judge = passphraseJudge()

addEventListener('message', ({ data }: MessageEvent<string>) => postMessage(judge(data)))
