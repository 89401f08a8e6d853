/**
 * The models the studio's own services run, each at the commit it was chosen at. Only the files that are loaded: half
 * precision where there is one, none of the copies for other programs that lie in the same repositories.
 */

const STABILITY = {
  name: 'Stability AI Community License',
  note: 'free below a yearly revenue of 1 million USD, with conditions; the text counts',
  mustAccept: true,
}
const APACHE = { name: 'Apache-2.0', note: '', mustAccept: false }

/** What diffusers loads with `variant="fp16"`. */
const DIFFUSERS = ['model_index.json', '*/*.json', 'tokenizer*/*.txt', '*/*.fp16.safetensors', 'LICENSE*']

/**
 * `folder`: below MODEL_DIR, and the model's name in the service. `revision` is a commit, or a branch that is resolved
 * to one when it is fetched.
 */
export const MODELS = {
  'sd-turbo': {
    service: 'txt2img',
    repository: 'stabilityai/sd-turbo',
    folder: 'stabilityai/sd-turbo',
    revision: 'b261bac6fd2cf515557d5d0707481eafa0485ec2',
    files: DIFFUSERS,
    licence: { ...STABILITY, url: 'https://huggingface.co/stabilityai/sd-turbo' },
  },
  'sdxl-turbo': {
    service: 'txt2img',
    repository: 'stabilityai/sdxl-turbo',
    folder: 'stabilityai/sdxl-turbo',
    revision: '71153311d3dbb46851df1931d3ca6e939de83304',
    files: DIFFUSERS,
    licence: { ...STABILITY, url: 'https://huggingface.co/stabilityai/sdxl-turbo' },
  },
  svd: {
    service: 'img2vid',
    repository: 'stabilityai/stable-video-diffusion-img2vid',
    folder: 'stabilityai/stable-video-diffusion-img2vid',
    revision: '9cf024d5bfa8f56622af86c884f26a52f6676f2e',
    files: DIFFUSERS,
    licence: { ...STABILITY, url: 'https://huggingface.co/stabilityai/stable-video-diffusion-img2vid' },
  },
  'svd-xt': {
    service: 'img2vid',
    repository: 'stabilityai/stable-video-diffusion-img2vid-xt',
    folder: 'stabilityai/stable-video-diffusion-img2vid-xt',
    revision: '9e43909513c6714f1bc78bcb44d96e733cd242aa',
    files: DIFFUSERS,
    licence: { ...STABILITY, url: 'https://huggingface.co/stabilityai/stable-video-diffusion-img2vid-xt' },
  },
  cosyvoice: {
    service: 'tts',
    repository: 'FunAudioLLM/CosyVoice-300M-SFT',
    folder: 'CosyVoice-300M-SFT',
    revision: 'fbb71de2afe387ed854eebd80b9f3d078c6b9869',
    files: [
      'cosyvoice.yaml',
      'configuration.json',
      'llm.pt',
      'flow.pt',
      'hift.pt',
      'spk2info.pt',
      'campplus.onnx',
      'speech_tokenizer_v1.onnx',
    ],
    licence: { ...APACHE, url: 'https://huggingface.co/FunAudioLLM/CosyVoice-300M-SFT' },
  },
  cosyvoice2: {
    service: 'tts',
    repository: 'FunAudioLLM/CosyVoice2-0.5B',
    folder: 'CosyVoice2-0.5B',
    revision: 'eec1ae6c79877dbd9379285cf8789c9e0879293d',
    files: [
      'cosyvoice2.yaml',
      'configuration.json',
      'llm.pt',
      'flow.pt',
      'hift.pt',
      'campplus.onnx',
      'speech_tokenizer_v2.onnx',
      'CosyVoice-BlankEN/*',
    ],
    licence: { ...APACHE, url: 'https://huggingface.co/FunAudioLLM/CosyVoice2-0.5B' },
  },
}

/** The storyboard's model comes through Ollama, which checks and resumes by itself. */
export const OLLAMA_MODEL = {
  name: 'qwen',
  service: 'ollama',
  model: 'qwen2.5:0.5b',
  licence: { ...APACHE, url: 'https://ollama.com/library/qwen2.5' },
}

/** What the `gpu` profile of the compose file runs. */
export const USUAL = ['sd-turbo', 'svd', 'cosyvoice']

/** Whether a path is one of the files: `*` stands for anything but a slash. */
export function isWanted(path, patterns) {
  return patterns.some((pattern) => {
    const words = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    return new RegExp(`^${words.join('[^/]*')}$`).test(path)
  })
}
