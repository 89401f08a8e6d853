/** The editor itself: one module, so that the page loads it only when somebody opens the document. */
import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import {
  bracketMatching,
  foldGutter,
  foldKeymap,
  HighlightStyle,
  indentOnInput,
  syntaxHighlighting,
} from '@codemirror/language'
import { type Diagnostic, lintGutter, lintKeymap, nextDiagnostic, setDiagnostics } from '@codemirror/lint'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { EditorState } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { complete } from './complete'
import { changeBetween } from './document'

const look = EditorView.theme({
  '&': { height: '100%', fontSize: '13px', backgroundColor: 'var(--paper)', color: 'var(--ink)' },
  '.cm-scroller': {
    fontFamily: 'ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace',
    lineHeight: '1.6',
  },
  '.cm-gutters': {
    backgroundColor: 'var(--paper)',
    color: 'var(--soft)',
    borderRight: '1px solid var(--line)',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--hover)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'var(--fold)' },
  '.cm-panels, .cm-tooltip': {
    backgroundColor: 'var(--sheet)',
    color: 'var(--ink)',
    border: '1px solid var(--line)',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--hover)', color: 'var(--ink)' },
  '.cm-searchMatch': { backgroundColor: 'var(--fold)' },
  '.cm-searchMatch-selected': { outline: '1px solid var(--accent)' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--failed)',
    textUnderlineOffset: '3px',
  },
  '.cm-textfield, .cm-button': {
    backgroundColor: 'var(--paper)',
    backgroundImage: 'none',
    color: 'var(--ink)',
    border: '1px solid var(--line)',
  },
})

/** Not a field to the keyboard of a phone, but still a stop of the Tab key. */
const toRead = [
  EditorState.readOnly.of(true),
  EditorView.editable.of(false),
  EditorView.contentAttributes.of({ tabindex: '0', 'aria-readonly': 'true' }),
]

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--soft)' },
  { tag: tags.string, color: 'var(--ink)' },
  { tag: tags.number, color: 'var(--done)' },
  { tag: [tags.bool, tags.null], color: 'var(--failed)' },
])

export interface CodeHandlers {
  onChange(text: string): void
  onFormat(): void
  /** To be read, searched and copied. */
  readOnly: boolean
}

export interface CodeWords {
  label: string
  phrases: Record<string, string>
}

export interface Code {
  view: EditorView
  text(): string
  /** Another text: only what differs changes, so that the cursor stays where it is. */
  show(text: string): void
  mark(faults: readonly Diagnostic[]): void
  nextFault(): void
  close(): void
}

export function openCode(parent: HTMLElement, text: string, words: CodeWords, on: CodeHandlers): Code {
  let isOurs = false
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        foldGutter(),
        lintGutter(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        autocompletion({ override: [complete] }),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        highlightSelectionMatches(),
        search({ top: true }),
        json(),
        syntaxHighlighting(colours),
        EditorState.phrases.of(words.phrases),
        EditorView.contentAttributes.of({ 'aria-label': words.label }),
        EditorView.lineWrapping,
        on.readOnly ? toRead : [],
        keymap.of([
          {
            key: 'Shift-Alt-f',
            run: () => {
              on.onFormat()
              return true
            },
          },
          ...closeBracketsKeymap,
          ...defaultKeymap,
          ...searchKeymap,
          ...historyKeymap,
          ...foldKeymap,
          ...completionKeymap,
          ...lintKeymap,
          ...(on.readOnly ? [] : [indentWithTab]),
        ]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !isOurs) on.onChange(update.state.doc.toString())
        }),
        look,
      ],
    }),
  })
  // It scrolls, so it must be reached by keyboard even where the text does not take the focus.
  view.scrollDOM.tabIndex = 0
  return {
    view,
    text: () => view.state.doc.toString(),
    show(next) {
      const before = view.state.doc.toString()
      if (before === next) return
      isOurs = true
      view.dispatch({ changes: changeBetween(before, next) })
      isOurs = false
    },
    mark: (faults) => view.dispatch(setDiagnostics(view.state, [...faults])),
    nextFault: () => {
      nextDiagnostic(view)
      view.focus()
    },
    close: () => view.destroy(),
  }
}
