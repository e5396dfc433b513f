/** How grave a finding is: an error stops or refutes, a warning must be read, an info is good to know. */
export type Severity = 'error' | 'warning' | 'info'
