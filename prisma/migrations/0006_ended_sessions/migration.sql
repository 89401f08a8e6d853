-- CreateTable
CREATE TABLE "ended_session" (
    "id" CHAR(64) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ended_session_pkey" PRIMARY KEY ("id")
);
