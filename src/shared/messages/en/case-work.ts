import type { caseWorkFindings } from '../../contract/findings/case-work.ts'

export const caseWorkWords = {
  'authority.gap':
    '{subject}: “{grantor}” is no right holder of the case and no link gives it power, so the chain breaks here. Add its authority, or correct the name.',
  'authority.name-differs':
    '{subject}: “{given}” differs from the holder’s registered name “{registered}”. Write the registered name, or add proof of the change or of the translation.',
  'authority.leads-nowhere':
    '{subject}: the chain ends at “{grantee}”, and the case has no such agent or firm of an agent. Add the next link, or the agent.',
  'authority.agent-not-reached':
    '{subject}: no chain leads from the holder “{holder}” to the agent “{agent}”. Add the missing link, or check the names in each.',
  'authority.no-sub-delegation':
    '{subject}: “{grantee}” passed the power on to “{next}”, but this link does not allow that. Get an authority that does, or let “{grantor}” appoint directly.',
  'authority.expired': '{subject}: the authority ended on {date}, before {on}. Renew it before handing in.',
  'authority.expired-before-acts':
    '{subject}: the authority ended on {date}, before the seizure or the police request ({acts}). Renew it, and get what was done since ratified in writing.',
  'authority.not-yet-valid':
    '{subject}: the authority begins on {date}, after {on}. Hand in once it is valid, or have it signed anew.',
  'authority.not-valid-at-acts':
    '{subject}: the authority begins on {date}, after the seizure or the police request ({acts}). If reports, identification or prices were given before, get them ratified in writing.',
  'authority.lacks-prosecution-stage':
    '{subject}: the power of “{grantee}” does not cover the review for prosecution. Get it added, in so many words.',
  'authority.lacks-identification':
    '{subject}: “{grantee}” fetched or examined samples without power to identify. Get it added, or let the holder issue the statement.',
  'authority.lacks-price-statement':
    '{subject}: price papers come from “{grantee}”, who has no power to state prices. Get it added, or let the holder issue them.',
  'authority.lacks-incidental-action':
    '{subject}: compensation is claimed, but the power of “{grantee}” does not cover an incidental civil action. List the powers to bring, change and waive claims.',
  'authority.lacks-settlement':
    '{subject}: forgiveness is intended, but the power of “{grantee}” does not cover settlement and forgiveness. Get a special power, or let the holder sign.',
  'authority.signatory-unknown':
    '{subject}: it is not said who signs for “{grantor}” and what lets him. Add a statement of the legal representative, the articles or a board resolution.',
  'authority.place-unknown':
    '{subject}: the grantor “{grantor}” is from outside the mainland, and the place of signing is blank, so nobody can tell which proof of it is needed. Choose the place; if it was signed in mainland China, say so.',
  'authority.not-notarised':
    '{subject}: signed abroad ({country}) and not notarised. Have it notarised there (articles 77(2) and 486 of the interpretation; court rules that procuratorates usually follow).',
  'authority.needs-apostille':
    '{subject}: signed in {country}, without apostille or legalisation. Get an apostille from its authority; first check that the convention is in effect between the two states.',
  'authority.needs-legalisation':
    '{subject}: signed in {country}, where by the present data an apostille will not do. Verify, then get it legalised by its foreign ministry and the Chinese mission there.',
  'authority.country-unknown':
    '{subject}: the data does not list {country}, so apostille or legalisation is open. Ask the receiving office or the Chinese mission there.',
  'authority.own-procedure':
    '{subject}: signed in {country}, which has a proof procedure of its own; the apostille for foreign papers is not the way. Do as the receiving office asks and note it in the remarks.',
  'authority.verify-country':
    '{subject}: whether an apostille of {country} has effect in China was not checked with an official source. Please verify it once.',
  'authority.number-missing':
    '{subject}: apostille or legalisation is there, its number is not. Add it, so that the office can check it.',
  'authority.not-translated':
    '{subject}: the authority from abroad has no Chinese translation. Have it translated and signed by the translator (articles 78 and 484(1) of the interpretation; court rules that procuratorates usually follow).',
  'agent.not-eligible':
    '{subject}: agents are lawyers, persons recommended by a mass organisation or the unit, guardians, relatives and friends (articles 33 and 47 of the Criminal Procedure Law). Check which “{name}” is.',
  'agent.relative-of-company':
    '{subject}: “{name}” acts as relative or friend, but the holder “{holder}” is no natural person. Appoint a lawyer or a recommended person.',
  'agent.licence-missing':
    '{subject}: the lawyer “{name}” has no licence number. Check the licence; a foreign holder’s lawyer must be licensed in China (article 485 of the interpretation, a court rule).',
  'agent.is-suspect':
    '{subject}: the agent “{name}” has the name of a suspect of this case. Check at once whether it is the same person.',
  'sample.identified-before-seized':
    '{subject}: identified on {date}, before the seizure on {earliest}: a common line of defence. Check both dates; record test purchases apart.',
  'sample.fetched-before-seized':
    '{subject}: fetched on {date}, before the seizure on {earliest}. Check both dates.',
  'sample.identified-before-fetched':
    '{subject}: identified on {date}, before it was fetched on {earliest}. Check, or say where it was examined.',
  'sample.returned-too-early':
    '{subject}: returned on {date}, before it was fetched or identified on {earliest}. Check both dates.',
  'sample.too-many-examined':
    '{subject}: {examined} pieces examined, more than the {seized} seized. Check against the list of seized goods.',
  'sample.seal-after-missing':
    '{subject}: the seal before opening was “{seal}”, none is recorded after. Add it, or say that the sample was used up or broken.',
  'sample.seal-before-missing':
    '{subject}: the new seal is “{seal}”, the one before opening is not recorded. Ask whoever handed it over and add it.',
  'sample.photos-missing':
    '{subject}: identified, but there are no photographs of opening and sealing. Add them, or say why in the remarks.',
  'sample.not-returned':
    '{subject}: identified, and no return is recorded. Return it against a signature, or say who keeps it.',
  'wording.wrong':
    '{subject}: “{found}” is the name of statutory evidence; the holder’s own view is not to be called so. Write “{instead}”; keep it if the authorities commissioned it.',
  'wording.doubtful':
    '{subject}: “{found}” is easily taken for an expert opinion or an identification record. Write “{instead}”; keep it if a qualified body issued it.',
  'wording.kind':
    '{subject}: the kind is expert opinion, but the name or source “{said}” speaks of the holder’s own view. In practice mostly the victim’s statement: please check.',
  'checklist.paper-gone':
    '{subject}: marked as ready, but the paper of “{title}” is no longer in the case, so it counts as missing. Attach it again, or say anew how far it is.',
  'checklist.required-open':
    '{subject}: required papers that are not ready: {count}. A bundle can be built; the office may ask for them.',
  'checklist.no-reason':
    '{subject}: the entry “{title}” is marked not applicable without a reason. Give the reason.',
  'variant.not-json': 'The file is not valid JSON. Choose an office variant that this application saved.',
  'variant.invalid':
    '{subject} of the office variant has the wrong form. Correct it by docs/formats/office-variant-v1.md, or choose another file.',
} as const satisfies Record<keyof typeof caseWorkFindings, string>
