/**
 * Asset: bytes in storage plus a row, addressed by what made them. This file is free of Node: the browser computes the
 * very same fingerprints to know what is stale, also on plain http where WebCrypto is missing.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import type { Json, Recipe } from './recipe'

/**
 * RFC 8785 JSON of a value whose texts were put into NFC, so that the same word typed on two systems is one word.
 * Members that are undefined are left out; numbers must be finite.
 */
export function canonicalJson(value: Json | Recipe): string {
  return canonicalize(normalized(value)) ?? 'null'
}

/** 64 hexadecimal digits: SHA-256 of the recipe in canonical JSON. */
export function fingerprintOf(recipe: Recipe): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(recipe))))
}

function normalized(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().normalize('NFC')
  if (Array.isArray(value)) return value.map(normalized)
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .map(([name, member]) => [normalized(name), normalized(member)]),
    )
  }
  return value
}
