import { Redirect, Route, Switch } from 'wouter'
import { Frame } from './app/Frame.tsx'
import { PageNotFound } from './app/PageNotFound.tsx'

/** The screens of the window and their addresses. Only ids stand in addresses, never names. */
export function Screens() {
  return (
    <Frame>
      <Switch>
        <Route path="/">
          <Redirect to="/cases" />
        </Route>
        <Route>
          <PageNotFound />
        </Route>
      </Switch>
    </Frame>
  )
}
