import { notFound } from 'next/navigation'
import { PrintSheet } from '@/components/print/print-sheet'
import { isStudioError } from '@/lib/base/errors'
import { idOf } from '@/lib/base/http'
import { getProjectView } from '@/lib/project/service'

export default async function PrintPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const view = await findView(id)
  if (!view) notFound()
  return <PrintSheet view={view} />
}

async function findView(id: string) {
  try {
    return await getProjectView(idOf(id, 'project'))
  } catch (error) {
    if (isStudioError(error) && error.code === 'not_found') return null
    throw error
  }
}
