import type { Edit } from './edits'
import type { Operation, Step } from './operations'
import type { EngineIdentity, Slot, Storyboard } from './schema'

export interface UpgradeWish {
  slot: Slot
  engine: EngineIdentity
  /** Null: the whole film, scenes to come included. */
  sceneIds: readonly string[] | null
  /** Of the engine, for the voice only; a voice that it does not have gives way to its default one. */
  voices?: readonly string[]
}

const DEFAULT_VOICE = 'default'

/** Another engine for a slot, of the film or of some scenes, as one edit; null when all have it already. */
export function upgradeOperation(board: Storyboard, wish: UpgradeWish): Operation | null {
  const film = wish.sceneIds === null ? filmEdits(board, wish) : []
  const settings: Step[] = film.length > 0 ? [{ type: 'settings.update', edits: film }] : []
  const isChosen = (id: string) => wish.sceneIds === null || wish.sceneIds.includes(id)
  const scenes = board.scenes
    .filter((scene) => isChosen(scene.id))
    .flatMap((scene): Step[] => {
      const edits = sceneEdits(board, scene, wish)
      return edits.length > 0 ? [{ type: 'scene.update', sceneId: scene.id, edits }] : []
    })
  const steps = [...settings, ...scenes]
  return steps.length > 0 ? { type: 'batch', name: 'upgrade', steps } : null
}

const speaks = (voice: string, { slot, voices }: UpgradeWish): boolean =>
  slot !== 'narration' || voice === DEFAULT_VOICE || voices === undefined || voices.includes(voice)

function filmEdits({ settings }: Storyboard, wish: UpgradeWish): Edit[] {
  const { slot, engine } = wish
  const edits: Edit[] = []
  if (settings.engines[slot] !== engine)
    edits.push({ field: `engines.${slot}`, value: engine, before: settings.engines[slot] })
  if (!speaks(settings.voice.id, wish))
    edits.push({ field: 'voice.id', value: DEFAULT_VOICE, before: settings.voice.id })
  return edits
}

/** A scene that has the film's engine names none of its own, so that it follows the film later. */
function sceneEdits(
  { settings }: Storyboard,
  scene: Storyboard['scenes'][number],
  wish: UpgradeWish,
): Edit[] {
  const { slot, engine, sceneIds } = wish
  const edits: Edit[] = []
  const isFilms = sceneIds === null || settings.engines[slot] === engine
  const own = scene.engines[slot] ?? null
  const wanted = isFilms ? null : engine
  if (own !== wanted) edits.push({ field: `engines.${slot}`, value: wanted, before: own })
  const voice = scene.voice ?? (sceneIds === null ? DEFAULT_VOICE : settings.voice.id)
  if (!speaks(voice, wish))
    edits.push({ field: 'voice', value: sceneIds === null ? null : DEFAULT_VOICE, before: scene.voice })
  return edits
}
