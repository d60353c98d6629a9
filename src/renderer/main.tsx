// Starts the window: styles, the client's cache, and the app.
import './without-generated-code.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './theme/fonts.css'
import './theme/tokens.css'
import './theme/base.css'
import './interface/interface.css'
import './frame/frame.css'
import './frame/print.css'
import { App } from './app.tsx'
import { queryClient } from './queries.ts'

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
)
