/** One request a call, shown in the OpenAPI document; the same files stand in `examples/requests` for curl. */
import clips from '@/examples/requests/clips.json'
import frames from '@/examples/requests/frames.json'
import narration from '@/examples/requests/narration.json'
import render from '@/examples/requests/render.json'
import storyboard from '@/examples/requests/storyboard.json'

export const EXAMPLES = { storyboard, frames, clips, narration, render }
