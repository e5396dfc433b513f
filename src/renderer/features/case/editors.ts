import type { Session } from '../../register/session.ts'
import type { CaseEditor } from './case-editor.ts'

const kept = new WeakMap<Session, Map<string, CaseEditor>>()

/**
 * The editor of a case: the one that still has changes on their way, or a new one. What could not be stored is there
 * again when the person comes back to the case; locking forgets it with everything unsealed.
 */
export function editorFor(session: Session, caseId: string, make: () => CaseEditor): CaseEditor {
  let editors = kept.get(session)
  if (!editors) {
    const held = new Map<string, CaseEditor>()
    kept.set(session, held)
    session.subscribe(() => {
      if (session.state().kind === 'locked') held.clear()
    })
    editors = held
  }
  const editor = editors.get(caseId) ?? make()
  editors.set(caseId, editor)
  return editor
}

/** Forgets the editor of a case that is left, once everything is stored. */
export async function letGo(session: Session, caseId: string, editor: CaseEditor): Promise<void> {
  if ((await editor.settled()) && kept.get(session)?.get(caseId) === editor) kept.get(session)?.delete(caseId)
}
