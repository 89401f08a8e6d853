import { answer, routes } from '@/lib/base/http'
import { createProjectSchema, listProjectsSchema } from '@/lib/project/requests'
import { createProject, listProjects } from '@/lib/project/service'

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: async (call) => {
    const query = call.query(listProjectsSchema)
    return answer(200, { projects: await listProjects(query) })
  },
  POST: async (call) => {
    const { make, ...brief } = await call.json(createProjectSchema)
    const { projectId, targetId } = await createProject(brief, { make })
    return answer(201, { project_id: projectId, task_id: targetId })
  },
})
