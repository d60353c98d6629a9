// Sets the chosen theme before anything is painted; the workspace's own choice follows once it is read.
;(() => {
  try {
    const theme = localStorage.getItem('groundwork.theme')
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
  } catch {
    // Storage may be closed to the page; the system's theme is right then.
  }
})()
