import type { Recipe } from '@/lib/asset/recipe'

/** A film's still picture, made in the same go as the film. */
export const posterRecipe = (film: string): Recipe => ({
  kind: 'poster',
  engine: 'draft/poster@1',
  params: {},
  inputs: { film },
})
