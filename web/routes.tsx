import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import { queryClient, sessionQuery } from './api/queries.js'
import { Announcer } from './components/Announcer.js'
import { FailedPage, MissingPage, PendingPage } from './pages/StatePages.js'
import { SignedIn } from './pages/SignedIn.js'
import { documentSearch, peopleSearch, projectSearch, reviseSearch, signInSearch, workSearch } from './search.js'

const root = createRootRoute({
  component: () => (
    <Announcer>
      <Outlet />
    </Announcer>
  ),
})

const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', validateSearch: signInSearch, component: lazyRouteComponent(() => import('./pages/SignInPage.js')) })
const signInLink = createRoute({ getParentRoute: () => root, path: '/sign-in/$token', component: lazyRouteComponent(() => import('./pages/SignInLinkPage.js')) })
const invitation = createRoute({ getParentRoute: () => root, path: '/invitation/$token', component: lazyRouteComponent(() => import('./pages/AcceptInvitationPage.js')) })

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

const work = createRoute({ getParentRoute: () => signedIn, path: '/', validateSearch: workSearch, component: lazyRouteComponent(() => import('./pages/WorkPage.js')) })
const newProject = createRoute({ getParentRoute: () => signedIn, path: '/new', component: lazyRouteComponent(() => import('./pages/NewProjectPage.js')) })
const account = createRoute({ getParentRoute: () => signedIn, path: '/account', component: lazyRouteComponent(() => import('./pages/AccountPage.js')) })
const people = createRoute({ getParentRoute: () => signedIn, path: '/people', validateSearch: peopleSearch, component: lazyRouteComponent(() => import('./pages/PeoplePage.js')) })
const project = createRoute({
  getParentRoute: () => signedIn,
  path: '/$project',
  validateSearch: projectSearch,
  component: lazyRouteComponent(() => import('./pages/ProjectPage.js')),
})
const importDocument = createRoute({ getParentRoute: () => signedIn, path: '/$project/import', component: lazyRouteComponent(() => import('./pages/ImportDocumentPage.js')) })
const members = createRoute({ getParentRoute: () => signedIn, path: '/$project/members', component: lazyRouteComponent(() => import('./pages/MembersPage.js')) })
const settings = createRoute({ getParentRoute: () => signedIn, path: '/$project/settings', component: lazyRouteComponent(() => import('./pages/ProjectSettingsPage.js')) })
const activity = createRoute({ getParentRoute: () => signedIn, path: '/$project/activity', component: lazyRouteComponent(() => import('./pages/ActivityPage.js')) })
const documentRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/$project/$document',
  validateSearch: documentSearch,
  component: lazyRouteComponent(() => import('./pages/DocumentPage.js')),
})
const revise = createRoute({
  getParentRoute: () => signedIn,
  path: '/$project/$document/revise',
  validateSearch: reviseSearch,
  component: lazyRouteComponent(() => import('./pages/RevisePage.js')),
})
// The workbench reads its own part of the address: filters, the open unit, the panel.
const workbench = createRoute({
  getParentRoute: () => signedIn,
  path: '/$project/$document/$locale',
  validateSearch: (raw: Record<string, unknown>) => raw,
  component: lazyRouteComponent(() => import('./pages/WorkbenchPage.js')),
})

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    signInLink,
    invitation,
    signedIn.addChildren([work, newProject, account, people, project, importDocument, members, settings, activity, documentRoute, revise, workbench]),
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
