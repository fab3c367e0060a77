"""Pages to print and to show: each one whole HTML file, made from a template with escaping on."""
