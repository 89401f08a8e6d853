/**
 * Loaded into npm and the build before they begin: they end with whoever started them, who may be killed. Their own
 * workers load it too, yet live by their own pipe.
 */
if (process.env.STUDIO_LEASH === String(process.ppid)) {
  process.on('disconnect', () => process.exit(1))
  // The pipe alone must not keep a finished tool running.
  process.channel?.unref()
}
