import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from '../api/query-client.ts';
import { SessionGate } from '../session/session-gate.tsx';
import { SignInPage } from '../session/sign-in-page.tsx';
import { Announcer } from '../ui/announcer.tsx';
import { firstLanguage, rememberedLanguage } from '../ui/languages.ts';
import { startTexts } from '../ui/texts.ts';
import { applyTheme } from '../ui/theme.ts';
import { CrashBoundary } from './crash-boundary.tsx';
import { reloadWhenReplaced } from './reload-when-replaced.ts';
import { createAppRouter } from './router.tsx';
import { Themed } from './themed.tsx';
import '../ui/base.css';
import '../ui/parts.css';

/** Puts the pages into `root`, in the language of the reader. */
export async function startApp(root: HTMLElement): Promise<void> {
  reloadWhenReplaced();
  applyTheme(document.documentElement);
  await startTexts(firstLanguage(rememberedLanguage(), navigator.languages));
  const client = createQueryClient();
  const router = createAppRouter(client);
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <Themed>
          <CrashBoundary>
            <Announcer>
              <SessionGate signIn={<SignInPage />}>
                <RouterProvider router={router} />
              </SessionGate>
            </Announcer>
          </CrashBoundary>
        </Themed>
      </QueryClientProvider>
    </StrictMode>,
  );
}
