/** What was left out of a source while it was copied. Filled in the dry run; the same numbers come up again later. */
export class Observations {
  signatures = 0
  attachments = 0
  invalidObjects = 0
  /** Fields listed at the top of a form that is no tree. */
  droppedFields = 0
  /** Widgets that only show where the reader draws them. */
  fieldsWithoutLooks = 0
  xfa = false
  /** Action type (ISO 32000-1, 12.6.4) to how many were removed. */
  readonly actions = new Map<string, number>()

  action(type: string): void {
    this.actions.set(type, (this.actions.get(type) ?? 0) + 1)
  }
}
