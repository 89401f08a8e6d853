/** The bucket of S3_BUCKET, made if it is not there. Runs once, before the studio. */
import { CreateBucketCommand, HeadBucketCommand, S3Client } from '@aws-sdk/client-s3'

const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY, S3_SECRET_KEY, S3_FORCE_PATH_STYLE } = process.env
const client = new S3Client({
  endpoint: S3_ENDPOINT,
  region: S3_REGION || 'us-east-1',
  forcePathStyle: !['0', 'false'].includes(S3_FORCE_PATH_STYLE ?? ''),
  credentials: { accessKeyId: S3_ACCESS_KEY ?? '', secretAccessKey: S3_SECRET_KEY ?? '' },
})
const bucket = { Bucket: S3_BUCKET }

async function make() {
  try {
    await client.send(new HeadBucketCommand(bucket))
    return 'is there'
  } catch (error) {
    if (error.$metadata?.httpStatusCode !== 404) throw error
  }
  try {
    await client.send(new CreateBucketCommand(bucket))
    return 'was made'
  } catch (error) {
    // Another container was faster.
    if (error.name !== 'BucketAlreadyOwnedByYou') throw error
    return 'is there'
  }
}

try {
  process.stdout.write(`The bucket ${S3_BUCKET} ${await make()}.\n`)
} catch (error) {
  process.stderr.write(
    `The bucket ${S3_BUCKET} at ${S3_ENDPOINT} cannot be made: ${error.name} ${error.message}\n`,
  )
  process.exit(1)
}
