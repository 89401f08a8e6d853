"""Sound and moving pictures as files. Only `ffmpeg.py` starts ffmpeg."""
