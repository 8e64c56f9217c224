import { useCallback } from 'react'
import { readCompare, writeCompare, type Compare } from './compare/compare-search-params.ts'
import { readPicture, writePicture, type Picture } from './picture/picture-search-params.ts'
import { useInAddress } from './picture/use-in-address.ts'

/** What the map shows: a picture, and what it is compared with. One state, since two writers of an address lose words. */
type View = { picture: Picture; compare: Compare }

const inAddress = {
  read: (params: URLSearchParams): View => ({ picture: readPicture(params), compare: readCompare(params) }),
  write: (params: URLSearchParams, { picture, compare }: View) => writeCompare(writePicture(params, picture), compare),
}

/** The view that the URL holds. A change shows at once; the URL follows when the hand rests. */
export function useView() {
  const [{ picture, compare }, change] = useInAddress(inAddress)
  const changePicture = useCallback(
    (next: Partial<Picture>) => change((now) => ({ ...now, picture: { ...now.picture, ...next } })),
    [change],
  )
  const changeCompare = useCallback(
    (next: Partial<Compare>) => change((now) => ({ ...now, compare: { ...now.compare, ...next } })),
    [change],
  )
  const changePictureB = useCallback(
    (next: Partial<Picture>) =>
      change(({ compare: now, ...rest }) => ({ ...rest, compare: { ...now, picture: { ...now.picture, ...next } } })),
    [change],
  )
  return { picture, changePicture, compare, changeCompare, changePictureB, change }
}

export type ViewOfDesk = ReturnType<typeof useView>
