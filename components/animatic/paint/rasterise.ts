/** An SVG document as a bitmap of this size. In the page only: workers have no images. */
export async function rasterise(svg: string, width: number, height: number): Promise<ImageBitmap> {
  const image = new Image(width, height)
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  return await createImageBitmap(image, { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' })
}
