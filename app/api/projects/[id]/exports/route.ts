import { answer, idOf, routes } from '@/lib/base/http'
import { exportRequestSchema } from '@/lib/project/export/schema'
import { listExports, startExport } from '@/lib/project/export/service'

export const { GET, POST, PUT, PATCH, DELETE } = routes<{ id: string }>({
  GET: async (call) => answer(200, { exports: await listExports(idOf(call.params.id, 'project')) }),
  POST: async (call) => {
    const id = idOf(call.params.id, 'project')
    return answer(202, await startExport(id, await call.json(exportRequestSchema)))
  },
})
