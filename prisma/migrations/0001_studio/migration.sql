-- CreateTable
CREATE TABLE "project" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "story" TEXT NOT NULL,
    "style" TEXT NOT NULL,
    "brief" JSONB NOT NULL,
    "hidden" BOOLEAN NOT NULL DEFAULT false,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision" (
    "project_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "storyboard" JSONB NOT NULL,
    "operation" JSONB,
    "client" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("project_id","number")
);

-- CreateTable
CREATE TABLE "asset" (
    "fingerprint" CHAR(64) NOT NULL,
    "kind" TEXT NOT NULL,
    "recipe" JSONB NOT NULL,
    "digest" CHAR(64) NOT NULL,
    "key" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "facts" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "asset_pkey" PRIMARY KEY ("fingerprint")
);

-- CreateTable
CREATE TABLE "take" (
    "project_id" UUID NOT NULL,
    "scene_id" TEXT NOT NULL,
    "slot" TEXT NOT NULL,
    "fingerprint" CHAR(64) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "take_pkey" PRIMARY KEY ("project_id","scene_id","slot","fingerprint")
);

-- CreateTable
CREATE TABLE "film" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "fingerprint" CHAR(64) NOT NULL,
    "manifest" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "film_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "target" BOOLEAN NOT NULL DEFAULT false,
    "payload" JSONB NOT NULL,
    "fingerprint" CHAR(64),
    "recipe" JSONB,
    "scene_id" TEXT,
    "revision" INTEGER,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "progress" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "result" JSONB,
    "error" JSONB,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_want" (
    "target_id" UUID NOT NULL,
    "work_id" UUID NOT NULL,

    CONSTRAINT "task_want_pkey" PRIMARY KEY ("target_id","work_id")
);

-- CreateIndex
CREATE INDEX "project_hidden_deleted_at_updated_at_idx" ON "project"("hidden", "deleted_at", "updated_at");

-- CreateIndex
CREATE INDEX "asset_kind_created_at_idx" ON "asset"("kind", "created_at");

-- CreateIndex
CREATE INDEX "take_fingerprint_idx" ON "take"("fingerprint");

-- CreateIndex
CREATE INDEX "film_project_id_created_at_idx" ON "film"("project_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "film_project_id_revision_fingerprint_key" ON "film"("project_id", "revision", "fingerprint");

-- CreateIndex
CREATE INDEX "task_project_id_created_at_idx" ON "task"("project_id", "created_at");

-- CreateIndex
CREATE INDEX "task_status_target_idx" ON "task"("status", "target");

-- CreateIndex
CREATE INDEX "task_fingerprint_idx" ON "task"("fingerprint");

-- CreateIndex
CREATE INDEX "task_want_work_id_idx" ON "task_want"("work_id");

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "take" ADD CONSTRAINT "take_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "take" ADD CONSTRAINT "take_fingerprint_fkey" FOREIGN KEY ("fingerprint") REFERENCES "asset"("fingerprint") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "film" ADD CONSTRAINT "film_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "film" ADD CONSTRAINT "film_fingerprint_fkey" FOREIGN KEY ("fingerprint") REFERENCES "asset"("fingerprint") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_want" ADD CONSTRAINT "task_want_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_want" ADD CONSTRAINT "task_want_work_id_fkey" FOREIGN KEY ("work_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Hand-written: Prisma's schema language has no partial indexes.
-- Two targets that want the same fingerprint share one task.
CREATE UNIQUE INDEX "task_live_fingerprint" ON "task"("fingerprint") WHERE "fingerprint" IS NOT NULL AND "status" IN ('pending', 'running');
-- What `produce` looks for on every sweep.
CREATE INDEX "task_live_target" ON "task"("project_id") WHERE "target" AND "status" IN ('pending', 'running');
