import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect, type RouteComponent } from '@tanstack/react-router'
import { ApiRefusal } from './api/client.js'
import { queryClient, sessionQuery } from './api/queries.js'
import { Announcer } from './components/Announcer.js'
import { FailedPage, MissingPage, PendingPage } from './pages/StatePages.js'
import { SignedIn } from './pages/SignedIn.js'
import { documentSearch, peopleSearch, previewSearch, projectSearch, reviseSearch, signInSearch, workSearch } from './search.js'

/** A page that loads when it is first gone to. Without a connection it says so; after an update of the server the router gets the new one by itself. */
const page = (load: () => Promise<{ default: RouteComponent }>) =>
  lazyRouteComponent(() =>
    load().catch((cause: unknown) => {
      throw navigator.onLine ? cause : new ApiRefusal('offline', 'The page cannot be loaded')
    }),
  )

const root = createRootRoute({
  component: () => (
    <Announcer>
      <Outlet />
    </Announcer>
  ),
})

const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', validateSearch: signInSearch, component: page(() => import('./pages/SignInPage.js')) })
const signInLink = createRoute({ getParentRoute: () => root, path: '/sign-in/$token', component: page(() => import('./pages/SignInLinkPage.js')) })
const invitation = createRoute({ getParentRoute: () => root, path: '/invitation/$token', component: page(() => import('./pages/AcceptInvitationPage.js')) })

/** Everything else needs an account: whoever has none signs in and comes back. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  component: SignedIn,
  beforeLoad: async ({ location }) => {
    const session = await queryClient.ensureQueryData(sessionQuery)
    if (!session.account) throw redirect({ to: '/sign-in', search: { next: location.href === '/' ? undefined : location.href } })
  },
})

const work = createRoute({ getParentRoute: () => signedIn, path: '/', validateSearch: workSearch, component: page(() => import('./pages/WorkPage.js')) })
const newProject = createRoute({ getParentRoute: () => signedIn, path: '/new', component: page(() => import('./pages/NewProjectPage.js')) })
const account = createRoute({ getParentRoute: () => signedIn, path: '/account', component: page(() => import('./pages/AccountPage.js')) })
const people = createRoute({ getParentRoute: () => signedIn, path: '/people', validateSearch: peopleSearch, component: page(() => import('./pages/PeoplePage.js')) })
const project = createRoute({
  getParentRoute: () => signedIn,
  path: '/$project',
  validateSearch: projectSearch,
  component: page(() => import('./pages/ProjectPage.js')),
})
const importDocument = createRoute({ getParentRoute: () => signedIn, path: '/$project/import', component: page(() => import('./pages/ImportDocumentPage.js')) })
const members = createRoute({ getParentRoute: () => signedIn, path: '/$project/members', component: page(() => import('./pages/MembersPage.js')) })
const settings = createRoute({ getParentRoute: () => signedIn, path: '/$project/settings', component: page(() => import('./pages/ProjectSettingsPage.js')) })
const activity = createRoute({ getParentRoute: () => signedIn, path: '/$project/activity', component: page(() => import('./pages/ActivityPage.js')) })
const documentRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/$project/$document',
  validateSearch: documentSearch,
  component: page(() => import('./pages/DocumentPage.js')),
})
const revise = createRoute({
  getParentRoute: () => signedIn,
  path: '/$project/$document/revise',
  validateSearch: reviseSearch,
  component: page(() => import('./pages/RevisePage.js')),
})
// The workbench reads its own part of the address: filters, the open unit, the panel.
const workbench = createRoute({
  getParentRoute: () => signedIn,
  path: '/$project/$document/$locale',
  validateSearch: (raw: Record<string, unknown>) => raw,
  component: page(() => import('./pages/WorkbenchPage.js')),
})

const preview = createRoute({
  getParentRoute: () => signedIn,
  path: '/$project/$document/$locale/preview',
  validateSearch: previewSearch,
  component: page(() => import('./pages/PreviewPage.js')),
})

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    signInLink,
    invitation,
    signedIn.addChildren([work, newProject, account, people, project, importDocument, members, settings, activity, documentRoute, revise, workbench, preview]),
  ]),
  defaultPreload: 'intent',
  defaultPendingMs: 300,
  scrollRestoration: true,
  defaultPendingComponent: PendingPage,
  defaultErrorComponent: FailedPage,
  defaultNotFoundComponent: MissingPage,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
