import pdfiumUrl from '@embedpdf/pdfium/pdfium.wasm?url'
import { providePdfium, type SourceSurvey, surveySource } from '../../engine/jobs.ts'
import { countBuffers } from '../platform/collect-early.ts'
import { wasmHashing } from './wasm-hashing.ts'

/** The throw-away worker that opens one original after the other and counts its pages. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<SurveyProbe>) => void) | null
  postMessage(reply: SurveyReply): void
}
const scope = globalThis as unknown as WorkerScope

export interface SurveyProbe {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly mediaType: string
  readonly label: string
  readonly at: Date
}

export type SurveyReply =
  | { readonly survey: SourceSurvey }
  /** What the engine never says: its own fault, or memory that ran out. */
  | { readonly reason: string }

providePdfium(async () => {
  const response = await fetch(pdfiumUrl)
  if (!response.ok) throw new Error(`pdfium.wasm: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
})

scope.onmessage = ({ data }) => {
  countBuffers(data.bytes.byteLength)
  surveySource({ ...data, hashing: wasmHashing }).then(
    (survey) => scope.postMessage({ survey }),
    (error: unknown) => scope.postMessage({ reason: error instanceof Error ? error.name : 'unknown' }),
  )
}
