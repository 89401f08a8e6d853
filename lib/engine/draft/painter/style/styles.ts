/** Styles: how the words of a style change light, colour, edge, shadow and grain of the paper. */
import { brightness, darker, type Hex, lighter, mix, ramp, saturate } from '../colour'
import type { Time } from '../reading/setting'
import { phrases } from '../reading/words'

/** How a sheet meets the one behind it. */
export type Edge = 'paper' | 'ink' | 'wash' | 'flat' | 'neon' | 'cel'

export interface Style {
  id: string
  edge: Edge
  /** Strength of the shadows between sheets. */
  shadow: number
  /** Four stops from the top of the sky to the horizon; left out: the storybook's. */
  sky: Partial<Record<Time, readonly [Hex, Hex, Hex, Hex]>>
  /** The light that falls on everything, by time of day; left out: the storybook's. */
  ambient: Partial<Record<Time, Hex>>
  glow?: Partial<Record<Time, Hex>>
  rim?: Partial<Record<Time, Hex>>
  /** Last change of every colour. */
  grade(colour: Hex): Hex
  /** The same change for sprites: greyed by `grey`, then `tint` laid over by `amount`. */
  sprite: { grey: number; tint: Hex; amount: number }
  /** What is laid over the whole picture. */
  grain: { kind: 'fibre' | 'rice' | 'film' | 'scan' | 'canvas' | 'none'; strength: number }
  vignette: { colour: Hex; strength: number }
}

export const plain = { grey: 0, tint: '#000000', amount: 0 }

const INK_RAMP = ['#15171a', '#34383c', '#6b6f70', '#a9aaa4', '#dcd6c6', '#f3ecdc'] as const

const BLOCK_RAMP = ['#16233c', '#23476b', '#4f7f8f', '#a9bfa6', '#ecdcb4', '#f6ecd2'] as const

const NOIR_RAMP = ['#050607', '#14171b', '#30353b', '#666c73', '#b9bdc0', '#f4f3ee'] as const

const SHADOW_RAMP = ['#120805', '#2c120a', '#6b2b12', '#c2651f', '#f0a63d', '#ffdf94'] as const

/** Keeps what is truly red: the seal on an ink painting, the coat in a noir. */
function keepRed(colour: Hex, toned: Hex, amount: number): Hex {
  const [r, g, b] = [1, 3, 5].map((i) => Number.parseInt(colour.slice(i, i + 2), 16)) as [
    number,
    number,
    number,
  ]
  const red = Math.max(0, Math.min(1, (r - Math.max(g, b) * 1.9) / 60))
  return mix(toned, colour, red * amount)
}

export const STYLES: readonly { words: string[]; style: Style }[] = [
  {
    words: phrases(
      'ink wash|ink painting|ink|sumi|chinese painting|shan shui|brush painting|calligraphy|水墨|国画|山水画|墨',
    ),
    style: {
      id: 'ink',
      edge: 'ink',
      shadow: 0.12,
      sky: {
        dawn: ['#e9e2d2', '#efe9da', '#f3ecdc', '#f6ecd9'],
        day: ['#e6e0d0', '#ede6d6', '#f2ebda', '#f5eedf'],
        dusk: ['#d8cdb9', '#e3d7c1', '#ecdcc2', '#f0dfc0'],
        night: ['#6f7478', '#8d9192', '#abaca8', '#c6c3b9'],
      },
      ambient: { dawn: '#fbf3e6', day: '#ffffff', dusk: '#efdfc8', night: '#a9b0b8' },
      glow: { night: '#fbf6e6', dusk: '#d9694a', dawn: '#e07a58', day: '#f7f1e2' },
      grade: (c) => keepRed(c, ramp(INK_RAMP, brightness(c) ** 0.85), 0.75),
      sprite: { grey: 0.7, tint: '#efe6d2', amount: 0.06 },
      grain: { kind: 'rice', strength: 1 },
      vignette: { colour: '#8a7a5c', strength: 0.28 },
    },
  },
  {
    words: phrases(
      'cyberpunk|neon|synthwave|vaporwave|futuristic|sci fi neon|赛博朋克|赛博|霓虹|冷色光影|未来科幻',
    ),
    style: {
      id: 'neon',
      edge: 'neon',
      shadow: 1,
      sky: {
        dawn: ['#141033', '#3a1f63', '#8a3f8f', '#e2789f'],
        day: ['#0f1a3a', '#1d3a66', '#2f6f97', '#6fc4cf'],
        dusk: ['#140b2e', '#431a5c', '#9a2f7f', '#ff6f91'],
        night: ['#05060f', '#0d1230', '#1d2358', '#4b2f86'],
      },
      ambient: { dawn: '#a78fd6', day: '#8fb4e0', dusk: '#a76fc0', night: '#5a6ab8' },
      glow: { dawn: '#ff9ac2', day: '#9ff2ff', dusk: '#ff7fb0', night: '#6ff2ff' },
      rim: { dawn: '#ff7fd0', day: '#5ff0ff', dusk: '#ff5fb8', night: '#4fe6ff' },
      grade: (c) => mix(saturate(c, 1.1), brightness(c) > 0.5 ? '#a8d8ff' : '#100b38', 0.2),
      sprite: { grey: 0.15, tint: '#2b2f8f', amount: 0.24 },
      grain: { kind: 'scan', strength: 0.8 },
      vignette: { colour: '#02020a', strength: 0.6 },
    },
  },
  {
    words: phrases('noir|black and white|monochrome|film noir|grayscale|黑白|黑色电影'),
    style: {
      id: 'noir',
      edge: 'flat',
      shadow: 1,
      sky: {
        dawn: ['#3b4046', '#6c7278', '#a5aaad', '#d9dbd9'],
        day: ['#5a6067', '#868c92', '#b6babd', '#e1e2df'],
        dusk: ['#15181c', '#30353b', '#5d636a', '#9da1a4'],
        night: ['#030405', '#0d1013', '#20252b', '#434a52'],
      },
      ambient: { dawn: '#c4c4c4', day: '#e2e2e2', dusk: '#8c8c8c', night: '#6a6a6a' },
      glow: { dawn: '#f4f3ee', day: '#ffffff', dusk: '#e9e7e0', night: '#f4f3ee' },
      rim: { dawn: '#e9e9e6', day: '#ffffff', dusk: '#d9d9d6', night: '#c9ccd0' },
      grade: (c) => keepRed(c, ramp(NOIR_RAMP, brightness(c)), 0.5),
      sprite: { grey: 1, tint: '#14171b', amount: 0.12 },
      grain: { kind: 'film', strength: 1.3 },
      vignette: { colour: '#000000', strength: 0.75 },
    },
  },
  {
    words: phrases('watercolor|watercolour|aquarelle|impressionist|水彩|印象派'),
    style: {
      id: 'watercolour',
      edge: 'wash',
      shadow: 0.1,
      sky: {
        dawn: ['#b9c9de', '#d8d7e0', '#f6dcd0', '#fdf0dc'],
        day: ['#9cc7e4', '#c2ddec', '#e2eef0', '#fbf7ec'],
        dusk: ['#8f86b4', '#cfa3b4', '#f2b9a0', '#fde0b8'],
        night: ['#34466f', '#566a94', '#8b9bb9', '#c3cbd6'],
      },
      ambient: { dawn: '#fff4ee', day: '#ffffff', dusk: '#ffe0d0', night: '#a4b4dc' },
      grade: (c) => lighter(saturate(c, 0.92), 0.2),
      sprite: { grey: 0.05, tint: '#fff8ec', amount: 0.2 },
      grain: { kind: 'canvas', strength: 1 },
      vignette: { colour: '#fffaf0', strength: 0.55 },
    },
  },
  {
    words: phrases('gouache|deep blue night|poster paint|水粉|夜色|月夜'),
    style: {
      id: 'gouache',
      edge: 'flat',
      shadow: 0.35,
      sky: {
        dawn: ['#2c4a86', '#5f7fb8', '#c79cb4', '#ffcf9f'],
        day: ['#2b64a8', '#4f93cc', '#8fc4dc', '#f2ead0'],
        dusk: ['#15204f', '#33377c', '#8a4f8c', '#f2955f'],
        night: ['#081437', '#0f245c', '#1f4488', '#4a7ab8'],
      },
      ambient: { dawn: '#c9c4e0', day: '#e6ecf6', dusk: '#8f84bc', night: '#5b7fd0' },
      glow: { dawn: '#ffe2a8', day: '#fff2c4', dusk: '#ffc46b', night: '#ffe08a' },
      grade: (c) => mix(saturate(c, 1.15), '#1c3f8f', 0.16),
      sprite: { grey: 0, tint: '#1c3f8f', amount: 0.14 },
      grain: { kind: 'canvas', strength: 0.5 },
      vignette: { colour: '#040a24', strength: 0.45 },
    },
  },
  {
    words: phrases('pastel|soft pink|kawaii|cute|dreamy|macaron|candy|粉彩|马卡龙|可爱|梦幻|柔和'),
    style: {
      id: 'pastel',
      edge: 'paper',
      shadow: 0.5,
      sky: {
        dawn: ['#c9c4ec', '#e7cbe6', '#fbd3d8', '#fff0de'],
        day: ['#b7dcf2', '#cfe8f0', '#eaf0ea', '#fff4e4'],
        dusk: ['#b6a4e0', '#e0aede', '#fbbcc6', '#ffdfc4'],
        night: ['#4d4f86', '#6e6ba6', '#9c8fc4', '#d0b9dc'],
      },
      ambient: { dawn: '#fff0f2', day: '#ffffff', dusk: '#ffe0e6', night: '#b9b4ec' },
      grade: (c) => mix(lighter(c, 0.36), '#f7cfe0', 0.14),
      sprite: { grey: 0, tint: '#ffe6ee', amount: 0.26 },
      grain: { kind: 'fibre', strength: 0.7 },
      vignette: { colour: '#c9a4cf', strength: 0.22 },
    },
  },
  {
    words: phrases(
      'woodblock|ukiyo|ukiyo e|japanese print|retro poster|poster|vintage|linocut|screen print|版画|浮世绘|复古|海报|怀旧',
    ),
    style: {
      id: 'woodblock',
      edge: 'flat',
      shadow: 0,
      sky: {
        dawn: ['#8fb0b0', '#c9cfb0', '#f2d6a6', '#f3b98a'],
        day: ['#3f7896', '#8fb3ac', '#d9d8b4', '#f3e6c4'],
        dusk: ['#2c3f63', '#8a5f6b', '#d9714f', '#f2b56b'],
        night: ['#101c36', '#1d3557', '#31587c', '#5d8794'],
      },
      ambient: { dawn: '#f6e6cc', day: '#fff7e4', dusk: '#e8bd98', night: '#7d97c0' },
      glow: { dawn: '#e2603f', day: '#e0563c', dusk: '#d8452f', night: '#f6ecd2' },
      grade: (c) => keepRed(c, mix(ramp(BLOCK_RAMP, brightness(c)), saturate(c, 0.9), 0.45), 0.6),
      sprite: { grey: 0.3, tint: '#e8d6a8', amount: 0.22 },
      grain: { kind: 'rice', strength: 1.2 },
      vignette: { colour: '#6b5a36', strength: 0.24 },
    },
  },
  {
    words: phrases('shadow puppet|shadow play|silhouette|lotte reiniger|皮影|剪影'),
    style: {
      id: 'shadow',
      edge: 'flat',
      shadow: 0.5,
      sky: {
        dawn: ['#c86a2a', '#eb9a3f', '#fbc866', '#fff0b8'],
        day: ['#d98a34', '#f2b24c', '#fdd579', '#fff4c8'],
        dusk: ['#8a2f1a', '#cf5a22', '#f29434', '#ffd479'],
        night: ['#33140c', '#6b2a12', '#b8581d', '#f0a23d'],
      },
      ambient: { dawn: '#6b3a1c', day: '#7a4522', dusk: '#4f2310', night: '#3a180b' },
      glow: { dawn: '#fff6cf', day: '#fffbe0', dusk: '#fff0b8', night: '#ffe9a8' },
      rim: { dawn: '#ffcf73', day: '#ffdf94', dusk: '#ff9f45', night: '#f58a2f' },
      grade: (c) => ramp(SHADOW_RAMP, brightness(c) * 0.95),
      sprite: { grey: 0.9, tint: '#2c1009', amount: 0.66 },
      grain: { kind: 'fibre', strength: 1.4 },
      vignette: { colour: '#1d0a04', strength: 0.62 },
    },
  },
  {
    words: phrases(
      'anime|cel shaded|ghibli|manga|cartoon|comic|vivid|bright colors|动漫|动画|吉卜力|漫画|卡通|二次元|国风动画',
    ),
    style: {
      id: 'anime',
      edge: 'cel',
      shadow: 0.25,
      sky: {
        dawn: ['#4f86cf', '#94b8ea', '#ffcfc0', '#ffeec9'],
        day: ['#1f7fe0', '#54abf2', '#9fd8fa', '#e6f8ff'],
        dusk: ['#3a3f96', '#9a58b0', '#ff7f6b', '#ffd27a'],
        night: ['#0b1648', '#1c3180', '#3d5cb4', '#86a6e0'],
      },
      ambient: { dawn: '#ffe6dc', day: '#ffffff', dusk: '#ffb9a0', night: '#6f8ae0' },
      grade: (c) => saturate(lighter(c, 0.04), 1.3),
      sprite: plain,
      grain: { kind: 'none', strength: 0 },
      vignette: { colour: '#0b1440', strength: 0.16 },
    },
  },
  {
    words: phrases(
      'gothic|dark fantasy|horror|grim|spooky|dark fairy tale|tim burton|dark|哥特|暗黑|恐怖|阴森|黑暗',
    ),
    style: {
      id: 'gothic',
      edge: 'paper',
      shadow: 1,
      sky: {
        dawn: ['#2a2a3c', '#4f4658', '#7f6670', '#b99a86'],
        day: ['#39434a', '#5c6a6c', '#869089', '#b6b59c'],
        dusk: ['#1a1024', '#40203a', '#7a3440', '#b8624a'],
        night: ['#070a10', '#101c24', '#1c3a3c', '#42685c'],
      },
      ambient: { dawn: '#a898a4', day: '#a9b0a8', dusk: '#8a6470', night: '#466a70' },
      glow: { dawn: '#f2dcb4', day: '#e9e8cf', dusk: '#ff9d6b', night: '#d6f2c4' },
      rim: { dawn: '#d9b9a8', day: '#c9d6c4', dusk: '#e0785a', night: '#86c9a8' },
      grade: (c) => darker(saturate(c, 0.72), 0.14),
      sprite: { grey: 0.35, tint: '#1a1f2b', amount: 0.2 },
      grain: { kind: 'fibre', strength: 1.2 },
      vignette: { colour: '#020305', strength: 0.75 },
    },
  },
  {
    words: phrases(
      'cinematic|realistic|photorealistic|photo|film still|movie|oil painting|dramatic|epic|电影|写实|电影感|油画|史诗|真实',
    ),
    style: {
      id: 'cinematic',
      edge: 'paper',
      shadow: 0.85,
      sky: {
        dawn: ['#2c4a63', '#6d8c9a', '#dfb08c', '#ffdcae'],
        day: ['#3a6f8f', '#79a5b4', '#bdd0c6', '#f2e4c4'],
        dusk: ['#16283b', '#3f4a5c', '#c0653c', '#ffb054'],
        night: ['#040b14', '#0c2233', '#1d4456', '#4c7c84'],
      },
      ambient: { dawn: '#e8cdb4', day: '#f6ecd8', dusk: '#c88a64', night: '#4a7488' },
      glow: { dawn: '#fff0d0', day: '#fff8e0', dusk: '#ffc878', night: '#e9f6f2' },
      rim: { dawn: '#ffd9a8', day: '#fff0c8', dusk: '#ff9f54', night: '#86c4cf' },
      grade: (c) => mix(saturate(c, 0.86), brightness(c) > 0.45 ? '#f2c48a' : '#123a48', 0.16),
      sprite: { grey: 0.14, tint: '#3a2c20', amount: 0.08 },
      grain: { kind: 'film', strength: 0.8 },
      vignette: { colour: '#000408', strength: 0.66 },
    },
  },
]
