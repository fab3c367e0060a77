"""What an exercise looks like: poses of a jointed body, drawn as SVG or as dots. Values in, drawings out."""
