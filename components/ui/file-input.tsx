import type { Ref } from 'react'

interface FileInputProps {
  ref: Ref<HTMLInputElement>
  accept: string
  onFile: (file: File) => void
}

/** The browser's own way to choose a file, behind a button that looks like ours. The same file can be chosen twice. */
export function FileInput({ ref, accept, onFile }: FileInputProps) {
  return (
    <input
      ref={ref}
      type="file"
      accept={accept}
      tabIndex={-1}
      aria-hidden="true"
      className="hidden"
      onChange={(event) => {
        const [file] = event.target.files ?? []
        if (file) onFile(file)
        event.target.value = ''
      }}
    />
  )
}
