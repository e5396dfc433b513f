import { parentOf, type CasePath } from './case-path.ts'

const focusable =
  'input:not([type="hidden"]):not([disabled]), textarea:not([disabled]), select, button:not([disabled]), [tabindex="0"]'

/** Puts the focus on the field of a place, or on what is nearest around it. False when nothing of it is on the screen. */
export function focusPlace(root: ParentNode, path: CasePath): boolean {
  for (let at: CasePath | undefined = path; at !== undefined; at = parentOf(at)) {
    const field = root.querySelector<HTMLElement>(`[data-path="${CSS.escape(at)}"]`)
    if (!field) continue
    const control =
      field.querySelector<HTMLElement>('[data-add]') ?? field.querySelector<HTMLElement>(focusable)
    const whole = at.startsWith('part:')
    field.scrollIntoView({ block: whole ? 'start' : 'center' })
    const goal = chosenOf(control, field) ?? field
    // Where nothing can be changed nothing takes the focus by itself.
    if (goal === field) field.tabIndex = -1
    goal.focus({ preventScroll: true })
    return true
  }
  return false
}

/** Of a group of radio buttons the chosen one is where the keyboard enters. */
function chosenOf(control: HTMLElement | null, field: HTMLElement): HTMLElement | null {
  if (!(control instanceof HTMLInputElement) || control.type !== 'radio') return control
  return field.querySelector<HTMLElement>(`input[name="${CSS.escape(control.name)}"]:checked`) ?? control
}
