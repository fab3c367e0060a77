"""The interview of `backplan init`: its pages one file each, and the same answers given as flags."""
