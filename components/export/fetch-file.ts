/** Hands a file to the browser's own downloads. Left out: the name that the server gives it. */
export function fetchFile(address: string, name = ''): void {
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
}
