import { ProjectStudio } from '@/components/project/project-studio'

export default async function ProjectPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return <ProjectStudio key={id} projectId={id} />
}
