/** Holds a lock until the returned function is called; the browser lets it go when the thread ends. */
export function holdLock(name: string): Promise<() => void> {
  return new Promise((holding, failed) => {
    navigator.locks.request(name, () => new Promise<void>(holding)).catch(failed)
  })
}
