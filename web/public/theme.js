// Runs before the first paint, so that a chosen theme does not flash in the other one. The choice is made in components/theme.ts.
try {
  const theme = localStorage.getItem('stele.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage is switched off: the system's theme it is.
}
