import { render } from 'preact';
import { SignIn } from './loaded.tsx';
import { token } from './session.ts';
import { Tips } from './tips.tsx';

/** The officers' page has a script of its own: no other page of the desk loads what it knows. */
const place = document.getElementById('desk') as HTMLElement;
place.replaceChildren();
render(token() ? <Tips /> : <SignIn />, place);
