import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../button/icon-button.tsx'
import { words } from '../words.ts'
import { TextField, type TextFieldProps } from './text-field.tsx'

type SecretFieldProps = Omit<TextFieldProps, 'type' | 'autoComplete' | 'suffix' | 'isCode'>

/** A key or a password: hidden unless asked to be shown, and not offered to the browser to remember. */
export function SecretField(props: SecretFieldProps) {
  const [isShown, setShown] = useState(false)
  return (
    <TextField
      {...props}
      isCode
      type={isShown ? 'text' : 'password'}
      autoComplete="off"
      suffix={
        <IconButton
          icon={isShown ? EyeOff : Eye}
          size="s"
          label={isShown ? words.hide(props.label) : words.show(props.label)}
          onPress={() => setShown(!isShown)}
        />
      }
    />
  )
}
