// Tabs that switch what a panel shows.
import { Tabs as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

export interface Tab<T extends string> {
  value: T
  title: ReactNode
}

interface TabsProps<T extends string> {
  label: string
  value: T
  onChange: (value: T) => void
  tabs: readonly Tab<T>[]
  className?: string
  children: ReactNode
}

/** A tab list over one panel; `children` is the panel of the chosen tab. */
export function Tabs<T extends string>({ label, value, onChange, tabs, className = '', children }: TabsProps<T>) {
  return (
    <Radix.Root className={className} value={value} onValueChange={(next) => onChange(next as T)}>
      <Radix.List className="tabs" aria-label={label}>
        {tabs.map((tab) => (
          <Radix.Trigger key={tab.value} className="tab" value={tab.value}>
            {tab.title}
          </Radix.Trigger>
        ))}
      </Radix.List>
      <Radix.Content className="tabs-panel" value={value} tabIndex={-1}>
        {children}
      </Radix.Content>
    </Radix.Root>
  )
}
