/** What a film's manifest tells of the engines that made it. */
const SLOTS = ['frame', 'clip', 'narration']

/** `[{ slot, engine, scenes }]`, most scenes first within a slot, and the fall-backs in words. */
export function enginesOf(manifest) {
  const engines = SLOTS.flatMap((slot) => {
    const counts = new Map()
    for (const scene of manifest.scenes) {
      const engine = scene.engines[slot]
      if (engine) counts.set(engine, (counts.get(engine) ?? 0) + 1)
    }
    return [...counts].sort(([, a], [, b]) => b - a).map(([engine, scenes]) => ({ slot, engine, scenes }))
  })
  const fallbacks = manifest.scenes.flatMap((scene, i) =>
    scene.fallbacks.map(({ slot, reason }) => `scene ${i + 1}, ${slot}: ${reason}`),
  )
  return { engines, fallbacks }
}

export function reportLines(manifest, { size, seconds, warnings }) {
  const { engines, fallbacks } = enginesOf(manifest)
  const wanted = manifest.storyboard.settings.engines
  return [
    `Film: ${(manifest.durationMs / 1000).toFixed(1)} s, ${manifest.width}x${manifest.height}, ${manifest.scenes.length} scenes, ${(size / 1e6).toFixed(1)} MB, made in ${seconds.toFixed(1)} s`,
    `  storyboard  ${wanted.storyboard}`,
    ...engines.map(
      ({ slot, engine, scenes }) =>
        `  ${slot.padEnd(11)} ${engine}  (${scenes} of ${manifest.scenes.length} scenes)`,
    ),
    `  music       ${wanted.score}`,
    ...fallbacks.map((text) => `  ! fell back: ${text}`),
    ...warnings.map((text) => `  ! ${text}`),
  ]
}
