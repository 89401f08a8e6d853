"""What txt2img and img2vid share of diffusers: loading, calling, and moving a pipeline to and from the card."""
