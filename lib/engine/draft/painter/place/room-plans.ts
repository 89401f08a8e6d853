/** Plans: the colours and the furniture of each room. */
import type { Hex } from '../colour'
import type { Place } from '../reading/places'
import type { SceneReading } from '../reading/read-scene'
import { armchair, barrel, bed, bookshelf, box, fireplace, picture, shelf, table } from '../shape/furniture'
import { column } from '../shape/monuments'
import { halo, polygon } from '../shape/paper'
import { hangingLamp, window } from '../shape/window'
import type { Sheet } from '../stage'
import { banner, chalk, desk, ladder, pans, screen, stove, throne, tools, viewport } from './room-things'

export interface RoomPlan {
  wall: Hex
  floor: Hex
  /** How many windows, and whether they are arched. */
  windows: [number, boolean]
  curtain: Hex | null
  boards: boolean
  furnish(sheet: Sheet, floor: number, reading: SceneReading): void
}

const across = (sheet: Sheet, t: number) => sheet.W * t

export const PLANS: Partial<Record<Place, RoomPlan>> = {
  home: {
    wall: '#d9b48a',
    floor: '#9a6a44',
    windows: [1, false],
    curtain: '#b5543f',
    boards: true,
    furnish(s, y) {
      fireplace(s, across(s, 0.17), y, 260, 280)
      bookshelf(s, across(s, 0.82), y, 230, 400)
      picture(s, across(s, 0.17) - 62, y - 460, 124, 96)
      armchair(s, across(s, 0.66), y + 4, 150, '#7a8a5a')
    },
  },
  bedroom: {
    wall: '#b9b4d0',
    floor: '#9a7a5f',
    windows: [1, false],
    curtain: '#6f7ab0',
    boards: true,
    furnish(s, y, reading) {
      if (reading.people.every((p) => p.pose !== 'lie')) bed(s, across(s, 0.22), y + 6, 430, 210, '#5f7fb0')
      shelf(s, across(s, 0.72), y - 330, 230, 'jars')
      table(s, across(s, 0.84), y, 190, 130, '#8a6040')
      picture(s, across(s, 0.14), y - 430, 120, 94)
    },
  },
  kitchen: {
    wall: '#e3cc9c',
    floor: '#b58a62',
    windows: [1, false],
    curtain: '#f0e6d0',
    boards: false,
    furnish(s, y) {
      shelf(s, across(s, 0.04), y - 360, 330, 'jars')
      shelf(s, across(s, 0.04), y - 270, 330, 'jars')
      stove(s, across(s, 0.16), y, 300, 190)
      box(s, '#8a6a4a', across(s, 0.68), y - 180, 470, 184, 0.6)
      box(s, '#d9c6a4', across(s, 0.67), y - 194, 500, 20, 0.4)
      shelf(s, across(s, 0.72), y - 380, 330, 'bottles')
      pans(s, across(s, 0.62), y - 430)
    },
  },
  tavern: {
    wall: '#a87a50',
    floor: '#7a5236',
    windows: [1, false],
    curtain: null,
    boards: true,
    furnish(s, y) {
      for (const t of [0.14, 0.24, 0.34]) shelf(s, across(s, 0.03), y - 480 + t * 560, 380, 'bottles')
      box(s, '#6b4630', across(s, 0.02), y - 170, 430, 176, 0.7)
      box(s, '#8a5f3c', across(s, 0.01), y - 186, 460, 22, 0.4)
      for (const t of [0.8, 0.88, 0.96]) barrel(s, across(s, t), y + 4, 130)
      barrel(s, across(s, 0.84), y - 128, 120)
      hangingLamp(s, across(s, 0.3), 120, '#5a4230')
      hangingLamp(s, across(s, 0.72), 150, '#5a4230')
    },
  },
  palace: {
    wall: '#b0405a',
    floor: '#c9a878',
    windows: [2, true],
    curtain: '#8a2f4a',
    boards: false,
    furnish(s, y) {
      for (const t of [0.06, 0.3, 0.7, 0.94]) column(s, across(s, t), y + 10, 62, y + 40, '#e3d2ac')
      throne(s, across(s, 0.5), y)
      banner(s, across(s, 0.18), s.top, '#3a4f8f')
      banner(s, across(s, 0.82), s.top, '#3a4f8f')
    },
  },
  classroom: {
    wall: '#cfd9b8',
    floor: '#b08a5f',
    windows: [0, false],
    curtain: null,
    boards: true,
    furnish(s, y) {
      const w = Math.min(760, s.W * 0.52)
      box(s, '#8a6240', across(s, 0.5) - w / 2 - 14, y - 424, w + 28, 268, 0.6)
      box(s, '#2f5a4a', across(s, 0.5) - w / 2, y - 410, w, 240, 0)
      chalk(s, across(s, 0.5) - w / 2, y - 410, w)
      if (s.W > 1300) {
        window(s, across(s, 0.05), y - 420, 170, 220, false, null)
        window(s, across(s, 0.86), y - 420, 170, 220, false, null)
      }
      for (let i = 0; i < 4; i++) desk(s, across(s, 0.14 + i * 0.24), y + 6)
    },
  },
  library: {
    wall: '#8a6a4c',
    floor: '#7a5236',
    windows: [1, true],
    curtain: null,
    boards: true,
    furnish(s, y) {
      for (const [from, to] of [
        [-0.02, 0.32],
        [0.68, 1.02],
      ] as const) {
        for (let x = across(s, from); x < across(s, to) - 60; x += 210) bookshelf(s, x, y, 204, 560)
      }
      ladder(s, across(s, 0.74), y, 470)
      hangingLamp(s, across(s, 0.5), 90, '#3f6a4a')
    },
  },
  laboratory: {
    wall: '#a9bcc4',
    floor: '#8f9aa0',
    windows: [1, false],
    curtain: null,
    boards: false,
    furnish(s, y) {
      for (const t of [0, 90, 180]) shelf(s, across(s, 0.03), y - 430 + t, 360, 'flasks')
      box(s, '#e3e9ea', across(s, 0.0) - 20, y - 150, 480, 156, 0.6)
      box(s, '#e3e9ea', across(s, 0.7), y - 150, 560, 156, 0.6)
      shelf(s, across(s, 0.74), y - 164, 350, 'flasks')
      screen(s, across(s, 0.76), y - 430, 250, 170)
    },
  },
  workshop: {
    wall: '#a8845c',
    floor: '#7f5f42',
    windows: [1, false],
    curtain: null,
    boards: true,
    furnish(s, y) {
      tools(s, across(s, 0.06), y - 420)
      tools(s, across(s, 0.7), y - 440)
      table(s, across(s, 0.16), y, 420, 160, '#8a5f3c')
      shelf(s, across(s, 0.74), y - 230, 330, 'jars')
      barrel(s, across(s, 0.9), y + 4, 130)
      hangingLamp(s, across(s, 0.3), 130, '#4a4f58')
    },
  },
  stage: {
    wall: '#5a2f4a',
    floor: '#9a6a44',
    windows: [0, false],
    curtain: null,
    boards: true,
    furnish(s, y) {
      const { ink } = s
      for (const [t, c] of [
        [0.25, '#ffd98a'],
        [0.5, '#fff2d0'],
        [0.75, '#ffb0c4'],
      ] as const) {
        const fall = ink.createLinearGradient(0, s.top, 0, y)
        fall.addColorStop(0, 'rgba(255,240,200,0.5)')
        fall.addColorStop(1, 'rgba(255,240,200,0.06)')
        ink.fillStyle = fall
        ink.beginPath()
        polygon(ink, [
          [across(s, t) - 26, s.top],
          [across(s, t) + 26, s.top],
          [across(s, 0.5) + (t - 0.3) * 500, y],
          [across(s, 0.5) + (t - 0.7) * 500, y],
        ])
        ink.fill()
        halo(ink, across(s, t), 0, 140, c, 0.6)
      }
    },
  },
  cockpit: {
    wall: '#4a5a70',
    floor: '#39465a',
    windows: [0, false],
    curtain: null,
    boards: false,
    furnish: (s, y) => viewport(s, y),
  },
}
