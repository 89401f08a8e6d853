'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'

/** Half a megabyte that only those pay for who open the document. */
const JsonEditor = dynamic(() => import('./json-editor').then((room) => room.JsonEditor), {
  ssr: false,
  loading: Opening,
})

function Opening() {
  const t = useTranslations('json')
  return (
    <p role="status" className="p-6 text-soft">
      {t('opening')}
    </p>
  )
}

export function JsonPlace() {
  return <JsonEditor />
}
