import { Desk } from '@/components/desk/desk'
import { listSampleStories, listStylePictures } from '@/components/desk/samples'

export default async function DeskPage() {
  const [samples, stylePictures] = await Promise.all([listSampleStories(), listStylePictures()])
  return <Desk samples={samples} stylePictures={stylePictures} />
}
