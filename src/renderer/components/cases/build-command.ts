/** The command that makes the bundle of a saved case folder, to be run where the folder lies; a draft when it has gaps. */
export function buildCommand(folder: string, hasGaps: boolean): string {
  const quoted = (name: string) => `"${name.replace(/["$`\\]/g, '\\$&')}"`
  const draft = hasGaps ? ' --draft' : ''
  return `npm run -s dossier -- build ${quoted(folder)} --out ${quoted(`${folder}-out`)}${draft}`
}
