"""How weeks, sessions and the diary look: Rich renderables and plain lines. Nothing here prints or decides."""
