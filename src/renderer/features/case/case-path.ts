import type { CaseDraft } from '../../../shared/domain/case-draft.ts'

/** A place in `case.json`, such as `rightHolders[0].nameZh`. Findings name places this way, and so do fields. */
export type CasePath = string

/** `['rightHolders', 0, 'nameZh']` of `rightHolders[0].nameZh`. */
export function stepsOf(path: CasePath): readonly (string | number)[] {
  return [...path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, key, index]) =>
    index === undefined ? (key ?? '') : Number(index),
  )
}

/** The value at a place; undefined where there is none. */
export function valueAt(draft: CaseDraft, path: CasePath): unknown {
  return stepsOf(path).reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    draft,
  )
}

/** The draft with another value at a place. What is not on the way keeps its identity; missing objects are made. */
export function withValue(draft: CaseDraft, path: CasePath, value: unknown): CaseDraft {
  return completed(replaced(draft, stepsOf(path), value) as CaseDraft)
}

function replaced(target: unknown, [step, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (step === undefined) return value
  if (typeof step === 'number') {
    const list = Array.isArray(target) ? [...(target as unknown[])] : []
    // An entry that is gone by now stays gone.
    if (step >= list.length) return target
    list[step] = replaced(list[step], rest, value)
    return list
  }
  const record = (typeof target === 'object' && target !== null ? target : {}) as Record<string, unknown>
  return { ...record, [step]: replaced(record[step], rest, value) }
}

/** Objects that a first keystroke made get the keys the schema would give them. */
function completed(draft: CaseDraft): CaseDraft {
  const { prosecutor } = draft.notice
  const agents = draft.agents.map((agent) =>
    agent.authority && (agent.authority as { powers?: unknown }).powers === undefined
      ? { ...agent, authority: { ...agent.authority, powers: [] } }
      : agent,
  )
  const { police } = draft
  return {
    ...draft,
    ...(police && (police as { agency?: unknown }).agency === undefined
      ? { police: { ...police, agency: '' } }
      : {}),
    notice:
      prosecutor && (prosecutor as { name?: unknown }).name === undefined
        ? { ...draft.notice, prosecutor: { ...prosecutor, name: '' } }
        : draft.notice,
    agents: agents.every((agent, i) => agent === draft.agents[i]) ? draft.agents : agents,
  }
}

/** The path without indexes, `rightHolders.nameZh`: names the field in words. */
export function fieldKeyOf(path: CasePath): string {
  return stepsOf(path)
    .filter((step) => typeof step === 'string')
    .join('.')
}

/** The place around a place; undefined at the top. */
export function parentOf(path: CasePath): CasePath | undefined {
  const cut = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))
  return cut > 0 ? path.slice(0, cut) : undefined
}
