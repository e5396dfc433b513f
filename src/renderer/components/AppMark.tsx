import icon from '../../../resources/icons/icon.svg'

/** The seal of the application; decoration, the words stand elsewhere. */
export function AppMark({ size }: { readonly size: number }) {
  return <img src={icon} width={size} height={size} alt="" draggable={false} />
}
