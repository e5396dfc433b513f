/** Days before its end at which a paper is warned about: the time a notarised paper from abroad takes. No rule of law. */
export const soonDays = 60
