/** The OpenAPI 3.1 document, made from the schemas that parse the requests: it cannot say anything else than they do. */
import { z } from 'zod'
import { healthSchema } from '../health-schema'
import {
  acceptedAnswer,
  clipsResult,
  errorAnswer,
  framesResult,
  narrationResult,
  renderResult,
  storyboardResult,
  taskAnswer,
} from './answers'
import { EXAMPLES } from './examples'
import {
  clipsRequest,
  framesRequest,
  narrationRequest,
  renderRequest,
  storyboardRequest,
  waitQuery,
} from './requests'

const CALLS = {
  storyboard: { summary: 'Story to storyboard', request: storyboardRequest, result: storyboardResult },
  frames: { summary: 'Prompts to key frames', request: framesRequest, result: framesResult },
  clips: { summary: 'Key frames to clips', request: clipsRequest, result: clipsResult },
  narration: { summary: 'Lines to speech', request: narrationRequest, result: narrationResult },
  render: { summary: 'Story to film, all stages', request: renderRequest, result: renderResult },
} as const

type JsonObject = Record<string, unknown>

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

const json = (schema: JsonObject, example?: unknown): JsonObject => ({
  content: { 'application/json': { schema, ...(example === undefined ? {} : { example }) } },
})
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` })

const ERRORS: Record<string, string> = {
  400: 'Malformed or out of range; `details` names each wrong field.',
  401: 'No key, or a wrong one.',
  404: 'No such task, scene or file.',
  409: 'Conflict with the state of the project.',
  413: 'Too large.',
  429: 'The queue is full; see Retry-After.',
  500: 'Our fault; `details.request_id` names the line in the log.',
}

function errors(...statuses: number[]): JsonObject {
  return Object.fromEntries(
    statuses.map((status) => [status, { description: ERRORS[status], ...json(ref('Error')) }]),
  )
}

const WAIT: JsonObject = {
  name: 'wait',
  in: 'query',
  required: false,
  ...(schemaOf(waitQuery, 'output').properties as { wait: JsonObject }).wait,
}

function waitParameter(): JsonObject {
  const { name, in: place, required, description, ...schema } = WAIT
  return { name, in: place, required, description, schema }
}

function startOperation(name: keyof typeof CALLS): JsonObject {
  const { summary, request, result } = CALLS[name]
  const ended = { allOf: [ref('Task'), schemaOf(result, 'output')] }
  return {
    operationId: name,
    summary,
    parameters: [waitParameter()],
    requestBody: { required: true, ...json(schemaOf(request, 'input'), EXAMPLES[name]) },
    responses: {
      200: { description: 'With `wait`: the work has ended. `status` says how.', ...json(ended) },
      202: { description: 'Accepted. Ask `GET /tasks/{task_id}`.', ...json(ref('Accepted')) },
      ...errors(400, 401, 404, 409, 413, 429, 500),
    },
  }
}

const taskId: JsonObject = {
  name: 'id',
  in: 'path',
  required: true,
  schema: { type: 'string', format: 'uuid' },
}

const taskPath: JsonObject = {
  get: {
    operationId: 'getTask',
    summary: 'How a task stands, and what it made',
    parameters: [taskId, waitParameter()],
    responses: { 200: { description: 'The task.', ...json(ref('Task')) }, ...errors(400, 401, 404, 500) },
  },
  delete: {
    operationId: 'cancelTask',
    summary: 'Cancel: running work stops within two seconds. A task that has ended stays as it is.',
    parameters: [taskId],
    responses: { 200: { description: 'The task.', ...json(ref('Task')) }, ...errors(401, 404, 500) },
  },
}

const bytes = { content: { '*/*': { schema: { type: 'string', format: 'binary' } } } }

const dataPath: JsonObject = {
  get: {
    operationId: 'getFile',
    summary: 'A file that an answer named; one Range at a time',
    parameters: ['folder', 'project', 'file'].map((name) => ({
      name,
      in: 'path',
      required: true,
      schema: {
        type: 'string',
        ...(name === 'folder' ? { enum: ['frames', 'clips', 'audio', 'final'] } : {}),
      },
    })),
    responses: {
      200: { description: 'The whole file; its ETag is the digest of its bytes.', ...bytes },
      206: { description: 'The part asked for.', ...bytes },
      304: { description: 'You have it already.' },
      416: { description: 'No part of that range is in the file.', ...json(ref('Error')) },
      ...errors(401, 404, 500),
    },
  },
}

const healthPath: JsonObject = {
  get: {
    operationId: 'getHealth',
    summary: 'Whether the studio can work, and what to do if not',
    responses: {
      200: { description: 'It can.', ...json(ref('Health')) },
      503: { description: 'It cannot.', ...json(ref('Health')) },
      ...errors(401),
    },
  },
}

const documentPath: JsonObject = {
  get: {
    operationId: 'getOpenApi',
    summary: 'This document',
    responses: { 200: { description: 'OpenAPI 3.1.', ...json({ type: 'object' }) }, ...errors(401) },
  },
}

export function openApiDocument(): JsonObject {
  return {
    openapi: '3.1.0',
    info: {
      title: 'StoryToVideo Studio',
      version: '1',
      description:
        'A story becomes a narrated film, one call a stage. A key, where one is set, goes into X-API-Key.',
    },
    servers: [{ url: '/' }],
    security: [{ key: [] }, {}],
    paths: {
      ...Object.fromEntries(
        (Object.keys(CALLS) as (keyof typeof CALLS)[]).map((name) => [
          `/${name}`,
          { post: startOperation(name) },
        ]),
      ),
      '/tasks/{id}': taskPath,
      '/data/{folder}/{project}/{file}': dataPath,
      '/health': healthPath,
      '/openapi.json': documentPath,
    },
    components: {
      securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-API-Key' } },
      schemas: {
        Accepted: schemaOf(acceptedAnswer, 'output'),
        Task: schemaOf(taskAnswer, 'output'),
        Health: schemaOf(healthSchema, 'output'),
        Error: schemaOf(z.object({ error: errorAnswer }), 'output'),
      },
    },
  }
}
