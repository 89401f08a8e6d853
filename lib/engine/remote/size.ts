/** Which size is asked of a model that does not take every one: pure. */
import { figure, type ModelCard } from '@/lib/engine/connection/card'
import type { Size } from '@/lib/storyboard/schema'

export interface SizeLimits {
  minSide: number
  maxSide: number
  multiple: number
  maxPixels: number
}

/** Null: the model's service says nothing of sizes. */
export function sizeLimits(card: ModelCard): SizeLimits | null {
  const maxSide = figure(card, 'limits', 'max_side')
  const maxPixels = figure(card, 'limits', 'max_pixels')
  if (maxSide === null && maxPixels === null) return null
  return {
    minSide: figure(card, 'limits', 'min_side') ?? 64,
    maxSide: maxSide ?? 4096,
    multiple: Math.max(1, figure(card, 'limits', 'multiple') ?? 8),
    maxPixels: maxPixels ?? 4096 * 4096,
  }
}

/** The size within the limits that is nearest to the wanted one: its shape first, then as large as is taken. */
export function nearestSize(wanted: Size, limits: SizeLimits): Size {
  const { minSide, maxSide, multiple, maxPixels } = limits
  const shrink = Math.min(
    1,
    maxSide / Math.max(wanted.width, wanted.height),
    Math.sqrt(maxPixels / (wanted.width * wanted.height)),
  )
  const grow = Math.max(1, minSide / (Math.min(wanted.width, wanted.height) * shrink))
  const ideal = { width: wanted.width * shrink * grow, height: wanted.height * shrink * grow }
  const sides = (side: number): number[] => {
    const low = Math.floor(side / multiple) * multiple
    const least = Math.ceil(minSide / multiple) * multiple
    const most = Math.floor(maxSide / multiple) * multiple
    return [low, low + multiple].map((n) => Math.min(most, Math.max(least, n)))
  }
  const shape = Math.log(wanted.width / wanted.height)
  const distance = ({ width, height }: Size) =>
    Math.abs(Math.log(width / height) - shape) +
    Math.abs(Math.log((width * height) / (ideal.width * ideal.height)))
  const all = sides(ideal.width).flatMap((width) => sides(ideal.height).map((height) => ({ width, height })))
  const fitting = all.filter(({ width, height }) => width * height <= maxPixels)
  const [best] = (fitting.length > 0 ? fitting : all).toSorted((a, b) => distance(a) - distance(b))
  return best ?? wanted
}

export const sizeText = ({ width, height }: Size): string => `${width}x${height}`
